import { mount } from '../mount.tsx'
import Inbox from './Inbox.tsx'

mount(Inbox)
