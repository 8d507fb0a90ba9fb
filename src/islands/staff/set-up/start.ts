import { mount } from '../mount.tsx'
import SetUp from './SetUp.tsx'

mount(SetUp)
